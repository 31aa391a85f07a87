"use strict";
const left = document.getElementById("left");
const end = Date.now() + Number(left.dataset.seconds) * 1000;
const tick = () => {
  const seconds = Math.max(0, Math.round((end - Date.now()) / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (number) => String(number).padStart(2, "0");
  left.textContent = hours
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
  left.classList.toggle("soon", seconds <= 60);
  if (seconds === 0) {
    clearInterval(timer);
    setTimeout(() => location.reload(), 1500);
  }
};
const timer = setInterval(tick, 1000);
tick();
for (const form of document.forms) {
  form.addEventListener("submit", () => {
    clearInterval(timer);
    form.querySelector("button span").textContent = form.dataset.busy;
    for (const button of document.querySelectorAll("button")) button.disabled = true;
  });
}
