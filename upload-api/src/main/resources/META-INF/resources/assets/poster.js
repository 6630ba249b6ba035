/** The button that makes the frame on the screen the poster of the video. */
import { call } from '/assets/api.js';

const NOTE_MILLIS = 4000;

const element = (id) => document.getElementById(id);

export function connectPosterButton(video, videoId) {
  const button = element('use-as-poster');
  let awaited;
  let noteTimer;

  const note = (text, passes = true) => {
    clearTimeout(noteTimer);
    element('note').textContent = text;
    element('note').hidden = false;
    noteTimer = passes ? setTimeout(() => (element('note').hidden = true), NOTE_MILLIS) : undefined;
  };

  button.addEventListener('click', async () => {
    video.pause();
    button.disabled = true;
    note('Taking this frame\u2026', false);
    try {
      const path = `/v1/videos/${encodeURIComponent(videoId)}/poster`;
      // The end of the stream may lie a frame beyond that of the file.
      const timeSeconds = Math.min(video.currentTime, Number(button.dataset.length));
      awaited = (await call('POST', path, { timeSeconds })).revision;
    } catch (trouble) {
      button.disabled = false;
      note(trouble.message);
    }
  });

  /** Takes note of a later state of the video: whether it has frames to pick, and what has become of a pick. */
  return (document_) => {
    button.hidden = !document_.durationSeconds || !document_.width;
    button.dataset.length = document_.durationSeconds ?? 0;
    const chosen = document_.chosenPoster;
    if (awaited && chosen?.revision >= awaited) {
      awaited = undefined;
      button.disabled = false;
      note(chosen.failure?.reason ?? 'This frame is the poster now.');
    }
  };
}
