"use strict";
for (const frame of document.querySelectorAll("iframe")) {
  const fit = () => {
    frame.style.height = "0";
    frame.style.height = `${frame.contentDocument.documentElement.scrollHeight + 2}px`;
  };
  frame.addEventListener("load", fit);
  if (frame.contentDocument && frame.contentDocument.readyState === "complete") fit();
}
