// The installed door: keeps itself for times without a network, and reads the code that enrols it.
import { keepOffline } from './offline.js';

const button = document.getElementById('enrol-camera');
const video = document.getElementById('enrol-video');
let stop = null;

// The organizer's QR code is an address of this very page, so any camera of the telephone opens it, too.
function heard(text) {
  const invited = text.indexOf('#enrol=');
  if (invited >= 0) {
    stop();
    window.location.hash = text.slice(invited);
    window.location.reload();
  }
}

button.addEventListener('click', async () => {
  document.getElementById('enrol-denied').hidden = true;
  video.hidden = false;
  try {
    stop = await window.encoreDoorCamera.start(video, button.dataset.decoder, heard);
  } catch (refused) {
    video.hidden = true;
    document.getElementById('enrol-denied').hidden = false;
  }
});

window.addEventListener('hashchange', () => {
  if (window.location.hash.startsWith('#enrol=')) {
    window.location.reload();
  }
});

if (navigator.storage && navigator.storage.persist) {
  navigator.storage.persist();
}
keepOffline('/door', [button.dataset.decoder]).catch(() => { /* it then needs a network to open */ });
