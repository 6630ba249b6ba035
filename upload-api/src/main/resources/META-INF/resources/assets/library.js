/** The page with all videos, and the place to upload one. */
import { call } from '/assets/api.js';
import { Upload } from '/assets/uploader.js';
import { bytes, kindOf, time, wordFor } from '/assets/text.js';

const PAGE = 24;
const LOOK_AGAIN_MILLIS = 2500;

const element = (id) => document.getElementById(id);
const videos = element('videos');
const cards = new Map();
let nextCursor;

function cardOf(video) {
  let card = cards.get(video.id);
  if (!card) {
    card = element('video-card').content.firstElementChild.cloneNode(true);
    card.dataset.id = video.id;
    card.querySelector('.card-link').href = `/watch/${video.id}`;
    cards.set(video.id, card);
  }
  card.dataset.status = video.status;
  card.querySelector('.card-title').textContent = video.title;
  card.querySelector('.card-time').textContent = video.durationSeconds ? time(video.durationSeconds) : '';
  const chip = card.querySelector('.chip');
  chip.textContent = wordFor(video.status);
  chip.dataset.kind = kindOf(video.status);
  chip.title = video.failure?.reason ?? '';
  const progress = card.querySelector('.card-progress');
  progress.hidden = isAtEnd(video);
  progress.value = video.progress;
  const poster = video.posters[Math.min(1, video.posters.length - 1)];
  const picture = card.querySelector('.card-picture');
  if (poster && picture.getAttribute('src') !== poster.url) {
    picture.src = poster.url;
    picture.hidden = false;
  }
  return card;
}

function isAtEnd(video) {
  return video.status === 'READY' || video.status === 'FAILED';
}

async function refresh() {
  try {
    const page = await call('GET', `/v1/videos?limit=${PAGE}`);
    const listed = new Set(page.items.map((video) => video.id));
    if (cards.size <= PAGE) {
      [...cards.keys()].filter((id) => !listed.has(id)).forEach(forget);
      nextCursor = page.nextCursor;
    }
    page.items.reduceRight((after, video) => {
      const card = cardOf(video);
      if (card.nextElementSibling !== after || !card.isConnected) {
        videos.insertBefore(card, after);
      }
      return card;
    }, page.items.length > 0 ? firstNotIn(listed) : null);
    element('empty').hidden = page.items.length > 0;
    element('more').hidden = !nextCursor;
    tell();
  } catch (trouble) {
    tell(`The list can't be read: ${trouble.message}`);
  }
}

function firstNotIn(listed) {
  return [...videos.children].find((card) => !listed.has(card.dataset.id)) ?? null;
}

function forget(id) {
  cards.get(id).remove();
  cards.delete(id);
}

function tell(message) {
  element('notice').textContent = message ?? '';
  element('notice').hidden = !message;
}

element('more').addEventListener('click', async () => {
  const page = await call('GET', `/v1/videos?limit=${PAGE}&cursor=${encodeURIComponent(nextCursor)}`);
  page.items.forEach((video) => videos.append(cardOf(video)));
  nextCursor = page.nextCursor;
  element('more').hidden = !nextCursor;
});

function begin(file) {
  const row = element('upload-row').content.firstElementChild.cloneNode(true);
  const part = (name) => row.querySelector(`.upload-${name}`);
  part('name').textContent = `${file.name} (${bytes(file.size)})`;
  const upload = new Upload(
    file,
    (percent) => {
      part('progress').value = percent;
      if (row.dataset.state === 'uploading') {
        part('state').textContent = `${Math.floor(percent)} %`;
      }
    },
    (state, message) => {
      row.dataset.state = state;
      row.classList.toggle('failed', state === 'failed');
      part('retry').hidden = state !== 'failed';
      part('cancel').hidden = !['uploading', 'failed'].includes(state);
      part('state').textContent =
        { uploading: 'Uploading', finishing: 'Finishing', done: 'Uploaded, being processed', cancelled: 'Cancelled' }[state] ?? message;
      if (state === 'done') {
        part('watch').href = `/watch/${upload.id}`;
        part('watch').hidden = false;
        refresh();
      }
      if (state === 'cancelled') {
        row.remove();
        refresh();
      }
    },
  );
  part('retry').addEventListener('click', () => upload.run());
  part('cancel').addEventListener('click', () => upload.cancel());
  element('uploads').prepend(row);
  upload.run();
}

element('file').addEventListener('change', (event) => {
  [...event.target.files].forEach(begin);
  event.target.value = '';
});

const drop = element('drop');
['dragover', 'dragenter'].forEach((name) => {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) {
    drop.classList.remove('over');
  }
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  [...event.dataTransfer.files].forEach(begin);
});

// One request for the whole list rather than a stream for each video: browsers hold six connections to a server.
await refresh();
setInterval(() => document.visibilityState === 'visible' && refresh(), LOOK_AGAIN_MILLIS);
