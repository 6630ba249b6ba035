/** The seek bar: what is played, buffered and made; chapters as marks; a picture of the moment under the pointer. */
import { cueAt } from '/assets/storyboard.js';
import { time } from '/assets/text.js';

const STEP_SECONDS = 5;
const PREVIEW_WIDTH = 192;

const element = (id) => document.getElementById(id);

export class SeekBar {
  #bar = element('seek');
  #preview = element('preview');
  #video;
  #player;
  #cues = [];
  #chapters = [];
  #whole = 0;
  #dragging = false;

  constructor(video, player) {
    this.#video = video;
    this.#player = player;
    ['timeupdate', 'progress', 'durationchange', 'seeking', 'loadedmetadata'].forEach((name) =>
      video.addEventListener(name, () => this.#draw()),
    );
    this.#bar.addEventListener('pointerdown', (event) => this.#grab(event));
    this.#bar.addEventListener('pointermove', (event) => this.#hover(event));
    this.#bar.addEventListener('pointerup', () => this.#drop());
    this.#bar.addEventListener('pointercancel', () => this.#drop());
    this.#bar.addEventListener('pointerleave', () => !this.#dragging && (this.#preview.hidden = true));
    this.#bar.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The length of the video as it will be, though not all of it may be made yet. */
  set wholeSeconds(seconds) {
    this.#whole = seconds;
    this.#draw();
    this.#drawChapters();
  }

  set cues(cues) {
    this.#cues = cues;
  }

  set chapters(chapters) {
    this.#chapters = chapters;
    this.#drawChapters();
  }

  /** The chapter of a moment. */
  chapterAt(moment) {
    return this.#chapters.findLast((chapter) => chapter.startSeconds <= moment + 0.05);
  }

  /** Goes to a moment, as far as there is one yet. */
  goTo(seconds) {
    const end = this.#player.end;
    this.#video.currentTime = Math.min(Math.max(0, seconds), Math.max(0, end - 0.1));
    this.#draw();
  }

  get length() {
    return Math.max(this.#whole, this.#player.end, 0.001);
  }

  #draw() {
    const { currentTime, buffered } = this.#video;
    const { length } = this;
    const made = this.#player.end;
    let bufferedTo = 0;
    for (let i = 0; i < buffered.length; i++) {
      if (buffered.start(i) <= currentTime + 0.5) {
        bufferedTo = Math.max(bufferedTo, buffered.end(i));
      }
    }
    const scale = (id, seconds) => (element(id).style.transform = `scaleX(${Math.min(1, seconds / length)})`);
    scale('seek-ready', made);
    scale('seek-buffered', bufferedTo);
    scale('seek-played', currentTime);
    this.#bar.style.setProperty('--at', String(Math.min(1, currentTime / length)));
    this.#bar.setAttribute('aria-valuemax', String(Math.round(length)));
    this.#bar.setAttribute('aria-valuenow', String(Math.round(currentTime)));
    this.#bar.setAttribute('aria-valuetext', `${time(currentTime)} of ${time(length)}`);
    element('time-now').textContent = time(currentTime);
    element('time-all').textContent = time(length);
  }

  #drawChapters() {
    const marks = this.#chapters.filter((chapter) => chapter.startSeconds > 0).map((chapter) => {
      const mark = document.createElement('span');
      mark.style.left = `${(100 * chapter.startSeconds) / this.length}%`;
      return mark;
    });
    element('seek-chapters').replaceChildren(...marks);
  }

  #momentAt(event) {
    const box = this.#bar.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return { part, seconds: part * this.length, box };
  }

  #grab(event) {
    if (event.button !== 0) {
      return;
    }
    this.#dragging = true;
    this.#bar.classList.add('dragging');
    this.#bar.setPointerCapture(event.pointerId);
    this.goTo(this.#momentAt(event).seconds);
  }

  #drop() {
    this.#dragging = false;
    this.#bar.classList.remove('dragging');
  }

  #hover(event) {
    const { part, seconds, box } = this.#momentAt(event);
    if (this.#dragging) {
      this.goTo(seconds);
    }
    const picture = element('preview-picture');
    const cue = this.#cues.length > 0 ? cueAt(this.#cues, seconds) : undefined;
    picture.classList.toggle('filled', cue !== undefined);
    if (cue) {
      const zoom = PREVIEW_WIDTH / cue.width;
      picture.style.width = `${cue.width * zoom}px`;
      picture.style.height = `${cue.height * zoom}px`;
      this.#paint(picture, cue, zoom);
    }
    element('preview-chapter').textContent = this.chapterAt(seconds)?.title ?? '';
    element('preview-time').textContent = time(seconds);
    this.#preview.hidden = false;
    const half = Math.min(box.width, this.#preview.offsetWidth) / 2;
    this.#preview.style.left = `${Math.min(Math.max(part * box.width, half), box.width - half)}px`;
  }

  async #paint(picture, cue, zoom) {
    picture.style.backgroundImage = `url("${encodeURI(decodeURI(cue.url))}")`;
    picture.style.backgroundPosition = `${-cue.x * zoom}px ${-cue.y * zoom}px`;
    const sheet = await sizeOf(cue.url);
    picture.style.backgroundSize = `${sheet.width * zoom}px ${sheet.height * zoom}px`;
  }

  #key(event) {
    const moves = {
      ArrowLeft: this.#video.currentTime - STEP_SECONDS,
      ArrowRight: this.#video.currentTime + STEP_SECONDS,
      Home: 0,
      End: this.length,
    };
    if (event.key in moves) {
      event.preventDefault();
      event.stopPropagation();
      this.goTo(moves[event.key]);
    }
  }
}

const sheets = new Map();

/** The size of a sheet of pictures, needed to show one of them larger than it is. */
function sizeOf(url) {
  if (!sheets.has(url)) {
    const sheet = new Image();
    sheet.src = url;
    sheets.set(url, sheet.decode().then(() => ({ width: sheet.naturalWidth, height: sheet.naturalHeight })));
  }
  return sheets.get(url);
}
