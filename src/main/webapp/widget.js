// Shows the tickets of an event or a series inside somebody else's page. Put where the tickets shall appear:
//
//   <script async src="https://HOST/widget.js" data-event="SLUG"></script>
//
// data-series shows the dates of a series instead. How it looks: data-theme (light, dark; else as the reader's system), data-accent (a colour such
// as c71d5c), data-radius (0 to 24 pixels), data-language (en, ja), data-title (read aloud to those who do not see the frame). Buying opens in a
// new tab: nobody types a password or a card number inside a foreign page.
(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const wish = script.dataset;
  const address = new URL("/widget/tickets", home);
  const names = { event: "slug", series: "series", theme: "theme", accent: "accent", radius: "radius", language: "language" };
  for (const [name, parameter] of Object.entries(names)) {
    if (wish[name]) {
      address.searchParams.set(parameter, wish[name].replace(/^#/, ""));
    }
  }
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = wish.title || "Tickets";
  frame.loading = "lazy";
  frame.style.cssText = "display:block;width:100%;height:28rem;border:0;color-scheme:auto";
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  script.after(frame);
  addEventListener("message", (message) => {
    const height = message.data && message.data.encoreHeight;
    if (message.source === frame.contentWindow && message.origin === home && Number.isFinite(height)) {
      frame.style.height = Math.min(Math.max(height, 80), 4000) + "px";
    }
  });
})();
