"""HTTP only: parsing requests, dumping answers, pages."""
