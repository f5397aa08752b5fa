// Brings the map closer and moves it; without this file it is shown as a whole. Fetches nothing.
//   Buttons, plus and minus: closer and farther. Arrow keys, or dragging: move. Ctrl and the wheel, or two fingers: both.
"use strict";

const map = document.getElementById("map");
const frame = document.getElementById("frame");
const whole = { width: map.viewBox.baseVal.width, height: map.viewBox.baseVal.height };
const CLOSEST = 16;
const LEVELS = [0.3, 0.6, 1, 2, 4, 8, 16]; // as in spots.py
const pointers = new Map();
let zoom = 1;
let middle = { x: whole.width / 2, y: whole.height / 2 };
let dragged = false;

function draw() {
  const width = whole.width / zoom;
  const height = whole.height / zoom;
  middle.x = Math.min(Math.max(middle.x, width / 2), whole.width - width / 2);
  middle.y = Math.min(Math.max(middle.y, height / 2), whole.height - height / 2);
  map.setAttribute("viewBox", `${middle.x - width / 2} ${middle.y - height / 2} ${width} ${height}`);
  const pixel = width / map.clientWidth;
  map.style.setProperty("--unit", `${pixel}px`);
  const magnified = 1 / pixel; // how large the picture is on this screen, against its own units
  const reached = Math.max(0, LEVELS.findLastIndex((level) => level <= magnified * 1.05));
  LEVELS.forEach((_, number) => map.classList.toggle(`zoom-${number}`, number === reached));
  frame.classList.toggle("moving", zoom > 1);
}

function scale(factor, at = middle) {
  const next = Math.min(CLOSEST, Math.max(1, zoom * factor));
  middle = { x: at.x + (middle.x - at.x) * (zoom / next), y: at.y + (middle.y - at.y) * (zoom / next) };
  zoom = next;
  draw();
}

function move(x, y) {
  const pixel = whole.width / zoom / map.clientWidth;
  middle = { x: middle.x + x * pixel, y: middle.y + y * pixel };
  draw();
}

function placeOf(event) {
  const box = map.getBoundingClientRect();
  const pixel = whole.width / zoom / box.width;
  return {
    x: middle.x + (event.clientX - box.left - box.width / 2) * pixel,
    y: middle.y + (event.clientY - box.top - box.height / 2) * pixel,
  };
}

const STEP = 60; // pixels
const KEYS = {
  ArrowLeft: () => move(-STEP, 0),
  ArrowRight: () => move(STEP, 0),
  ArrowUp: () => move(0, -STEP),
  ArrowDown: () => move(0, STEP),
  "+": () => scale(1.5),
  "=": () => scale(1.5),
  "-": () => scale(1 / 1.5),
  0: () => scale(0),
};

frame.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  if (zoom === 1 && event.key.startsWith("Arrow")) return; // nothing to move: the page scrolls
  KEYS[event.key]();
  event.preventDefault();
});

frame.addEventListener(
  "wheel",
  (event) => {
    if (!event.ctrlKey) return; // a wheel alone scrolls the page
    event.preventDefault();
    scale(event.deltaY < 0 ? 1.25 : 0.8, placeOf(event));
  },
  { passive: false },
);

map.addEventListener("pointerdown", (event) => {
  pointers.set(event.pointerId, event);
  dragged = false;
});

window.addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  const [x, y] = [event.clientX - before.clientX, event.clientY - before.clientY];
  if (!dragged && Math.hypot(x, y) < 4) return;
  dragged = true;
  const other = [...pointers.values()].find((one) => one.pointerId !== event.pointerId);
  if (other) {
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    scale(apart(event) / Math.max(1, apart(before)), placeOf(event));
  } else if (zoom > 1) {
    move(-x, -y);
  }
  pointers.set(event.pointerId, event);
});

for (const ending of ["pointerup", "pointercancel"]) {
  window.addEventListener(ending, (event) => pointers.delete(event.pointerId));
}

// A drag that ends on a place does not open it.
map.addEventListener("click", (event) => dragged && event.preventDefault(), true);
map.addEventListener("dragstart", (event) => event.preventDefault());

document.getElementById("closer").addEventListener("click", () => scale(1.5));
document.getElementById("farther").addEventListener("click", () => scale(1 / 1.5));
document.getElementById("whole").addEventListener("click", () => scale(0));
document.querySelector(".zooming").hidden = false;
document.documentElement.classList.add("scripted");
new ResizeObserver(draw).observe(map);
draw();
