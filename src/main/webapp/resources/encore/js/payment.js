/* Looks again while a payment waits, and shows the page anew when something changed. */
(() => {
  const box = document.querySelector("[data-payment][data-waiting='true']");
  if (!box) {
    return;
  }
  const address = `/api/v1/payments/${encodeURIComponent(box.dataset.payment)}`;
  const giveUpAt = Date.now() + 30 * 60 * 1000;
  let wait = 2000;

  const look = async () => {
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (answer.ok) {
        const payment = await answer.json();
        if (payment.settled || payment.status !== box.dataset.status) {
          location.reload();
          return;
        }
      }
    } catch {
      /* the network is away: look again later */
    }
    if (Date.now() < giveUpAt) {
      wait = Math.min(wait * 1.3, 15000);
      setTimeout(look, wait);
    }
  };
  setTimeout(look, wait);
})();
