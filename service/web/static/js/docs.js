// Shows the OpenAPI document. The validator badge would send the document's address to another site, so it is off.
"use strict";

const place = document.getElementById("docs");
SwaggerUIBundle({
  url: place.dataset.document,
  domNode: place,
  validatorUrl: "none",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
});
