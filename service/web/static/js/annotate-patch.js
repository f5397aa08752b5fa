// Puts a new answer into the page and leaves alone what is the same: marks stay put, lists stay unfolded, the focus
// stays where it is.

export function patch(place, fresh) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const handle = focused && selectorOf(focused);
  const top = window.scrollY;
  keepUnfolded(place, fresh);
  patchChildren(place, fresh);
  if (focused && !focused.isConnected && handle) place.querySelector(handle)?.focus({ preventScroll: true });
  if (window.scrollY !== top) window.scrollTo({ top, behavior: "instant" });
}

function patchChildren(old, fresh) {
  if (old.id === "marked") {
    patchParagraphs(old, fresh);
    return;
  }
  const kept = new Map([...old.children].map((child) => [keyOf(child), child]));
  const wanted = [...fresh.children].map((child) => {
    const same = kept.get(keyOf(child));
    if (!same) return child;
    kept.delete(keyOf(child));
    if (same.isEqualNode(child)) return same;
    if (!same.matches("#result, #marked")) return child;
    patchChildren(same, child);
    return same;
  });
  let next = old.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else old.insertBefore(child, next);
  }
  for (const child of [...old.children]) if (!wanted.includes(child)) child.remove();
}

// Paragraphs at the beginning and the end that have not changed stay as they are.
function patchParagraphs(old, fresh) {
  const before = [...old.children];
  const after = [...fresh.children];
  let start = 0;
  while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) start += 1;
  let ends = 0;
  const most = Math.min(before.length, after.length) - start;
  while (ends < most && before.at(-1 - ends).isEqualNode(after.at(-1 - ends))) ends += 1;
  const rest = before[before.length - ends] ?? null;
  for (const paragraph of before.slice(start, before.length - ends)) paragraph.remove();
  for (const paragraph of after.slice(start, after.length - ends)) old.insertBefore(paragraph, rest);
  for (const name of ["lang", "dir"]) {
    if (fresh.hasAttribute(name)) old.setAttribute(name, fresh.getAttribute(name));
    else old.removeAttribute(name);
  }
}

function keepUnfolded(place, fresh) {
  for (const selector of [".all-entries", ".offers", ".remarks"]) {
    const old = place.querySelector(selector);
    const same = fresh.querySelector(selector);
    if (old && same) same.open = old.open;
  }
}

function keyOf(element) {
  return element.id || `${element.tagName}.${element.className}`;
}

function selectorOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name) return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  return null;
}
