// Shows the OpenAPI document. The validator badge would send the document's address to another site, so it is off.
"use strict";

// Swagger UI has dark colours of its own, behind this class.
document.documentElement.classList.toggle("dark-mode", matchMedia("(prefers-color-scheme: dark)").matches);

const place = document.getElementById("docs");
SwaggerUIBundle({
  url: place.dataset.document,
  domNode: place,
  validatorUrl: "none",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
});
