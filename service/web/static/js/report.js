// The button that prints.
document.documentElement.classList.add("scripted");
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
