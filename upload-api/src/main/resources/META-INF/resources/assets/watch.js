/** The page of one video: follows its making, and plays it as soon as there is something to play. */
import { call, follow, Refused } from '/assets/api.js';
import { connectControls } from '/assets/controls.js';
import { Player } from '/assets/player.js';
import { connectPosterButton } from '/assets/poster.js';
import { SeekBar } from '/assets/seekbar.js';
import { parse } from '/assets/storyboard.js';
import { bitrate, bytes, kindOf, sentence, time, wordFor } from '/assets/text.js';

const STAGES = { source: 'File', transcode: 'Encoding', thumbnails: 'Pictures', chapters: 'Chapters' };

/** Where the meter of EBU R 128 ends: what is not above it is silence. */
const SILENCE_LUFS = -70;

const element = (id) => document.getElementById(id);
const video = element('player');
const stage = element('stage');
const id = location.pathname.split('/').filter(Boolean).pop();

const player = new Player(video, showLevels, showTracks, (trouble) => curtain('failed', 'It does not play', trouble));
const seekBar = new SeekBar(video, player);
const controls = connectControls(video, seekBar);
const showPosterButton = connectPosterButton(video, id);
let shownStoryboard;
let shownChapters;

function show(document_) {
  document.title = `${document_.title} \u00b7 Anpip`;
  element('title').textContent = document_.title;
  showStatus(document_);
  showFacts(document_);
  showDownloads(document_.downloads ?? []);
  showPosterButton(document_);
  showStoryboard(document_.storyboard);
  showChapters(document_.chapters?.items ?? []);
  seekBar.wholeSeconds = document_.durationSeconds ?? 0;
  const poster = document_.posters.at(-1);
  if (poster) {
    video.poster = poster.url;
    stage.dataset.poster = 'true';
  }
  if (document_.playback) {
    stage.dataset.state = 'playable';
    element('controls').hidden = false;
    controls.showState();
    player.show(document_.playback.hls);
  } else if (document_.status === 'FAILED') {
    curtain('failed', 'This video could not be made', sentence(document_));
  } else if (stage.dataset.state !== 'playable') {
    const title = document_.status === 'UPLOADING' ? 'Uploading' : 'Processing';
    curtain('waiting', title, sentence(document_), document_.progress);
  }
}

function showStatus(document_) {
  const busy = !['READY', 'FAILED'].includes(document_.status);
  element('status').textContent = sentence(document_);
  element('status').dataset.status = document_.status;
  element('status-chip').textContent = wordFor(document_.status);
  element('status-chip').dataset.kind = kindOf(document_.status);
  element('progress').hidden = !busy;
  element('progress').value = document_.progress;
  const stages = Object.entries(STAGES).map(([name, label]) => {
    const { status, progress, failure } = document_.stages[name];
    const item = document.createElement('li');
    item.dataset.stage = name;
    item.dataset.status = status;
    item.textContent = status === 'RUNNING' ? `${label} ${progress}\u00a0%` : label;
    item.title = failure?.reason ?? '';
    return item;
  });
  element('stages').replaceChildren(...stages);
  element('stages').hidden = !busy && document_.status !== 'FAILED' && !stages.some((item) => item.dataset.status === 'FAILED');
}

function showFacts(document_) {
  const facts = [];
  if (document_.durationSeconds) {
    facts.push(['Length', time(document_.durationSeconds)]);
  }
  if (document_.width) {
    facts.push(['Size', `${document_.width} \u00d7 ${document_.height}`]);
  }
  if (document_.frameRate) {
    facts.push(['Frames', `${Number(document_.frameRate.toFixed(3))} per second`]);
  }
  if (document_.loudness) {
    const loudness = document_.loudness.integratedLufs;
    facts.push(['Loudness', loudness > SILENCE_LUFS ? `${loudness.toFixed(1)} LUFS` : 'silent']);
  }
  document_.renditions
    .filter((rendition) => rendition.height > 0)
    .forEach((rendition) => facts.push([rendition.name, bitrate(rendition.averageBitrate)]));
  element('facts').replaceChildren(
    ...facts.map(([name, value]) => {
      const row = document.createElement('div');
      const term = document.createElement('dt');
      const detail = document.createElement('dd');
      term.textContent = name;
      detail.textContent = value;
      row.append(term, detail);
      return row;
    }),
  );
}

function showDownloads(downloads) {
  const names = { video: 'Save video', audio: 'Save sound' };
  element('downloads').hidden = downloads.length === 0;
  element('downloads').replaceChildren(
    ...downloads.map((file) => {
      const link = document.createElement('a');
      link.href = file.url;
      link.download = '';
      link.dataset.kind = file.kind;
      link.textContent = `${names[file.kind] ?? 'Save file'} (${bytes(file.sizeBytes)})`;
      return link;
    }),
  );
}

function curtain(state, title, text, progress) {
  stage.dataset.state = state;
  element('controls').hidden = true;
  element('big-play').hidden = true;
  element('curtain-title').textContent = title;
  element('curtain-text').textContent = text;
  element('curtain-progress').hidden = progress === undefined;
  element('curtain-progress').value = progress ?? 0;
}

async function showStoryboard(storyboard) {
  if (!storyboard || storyboard.vtt === shownStoryboard) {
    return;
  }
  shownStoryboard = storyboard.vtt;
  try {
    const response = await fetch(storyboard.vtt);
    seekBar.cues = response.ok ? parse(await response.text(), storyboard.vtt) : [];
  } catch {
    shownStoryboard = undefined;
  }
}

function showChapters(chapters) {
  const text = JSON.stringify(chapters);
  if (text === shownChapters) {
    return;
  }
  shownChapters = text;
  seekBar.chapters = chapters;
  element('chapters-panel').hidden = chapters.length === 0;
  element('chapters').replaceChildren(
    ...chapters.map((chapter) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      const start = document.createElement('span');
      const title = document.createElement('span');
      button.type = 'button';
      button.dataset.start = chapter.startSeconds;
      start.className = 'chapter-time';
      start.textContent = time(chapter.startSeconds);
      title.textContent = chapter.title;
      button.append(start, title);
      button.addEventListener('click', () => {
        seekBar.goTo(chapter.startSeconds);
        video.play().catch(() => {});
      });
      item.append(button);
      return item;
    }),
  );
}

function markChapter() {
  const current = seekBar.chapterAt(video.currentTime);
  element('chapter-now').textContent = current ? `\u00b7 ${current.title}` : '';
  document.querySelectorAll('#chapters button').forEach((button) => {
    button.setAttribute('aria-current', String(current !== undefined && Number(button.dataset.start) === current.startSeconds));
  });
}

function showLevels({ levels, chosen, shown }) {
  const quality = element('quality');
  const now = levels[shown];
  const options = [option(-1, chosen === -1 && now ? `Auto (${sizeOf(now)})` : 'Auto')].concat(
    [...levels]
      .sort((a, b) => b.height - a.height || b.bitrate - a.bitrate)
      .map((level) => option(level.index, sizeOf(level))),
  );
  quality.replaceChildren(...options);
  quality.value = String(chosen);
  quality.dataset.shown = now?.height ?? '';
  quality.disabled = false;
}

/** What a rendition is called: after its picture, or after its bit rate where it has none. */
function sizeOf(level) {
  return level.height > 0 ? `${Math.min(level.width, level.height)}p` : bitrate(level.bitrate);
}

/** Menus of sound, where there is a choice, and of subtitles, where there are any. */
function showTracks({ sound, chosenSound, subtitles, chosenSubtitles }) {
  element('sound-menu').hidden = sound.length < 2;
  element('sound').replaceChildren(...sound.map((track) => option(track.index, track.name)));
  element('sound').value = String(chosenSound);
  element('subtitles-menu').hidden = subtitles.length === 0;
  element('subtitles').replaceChildren(option(-1, 'No subtitles'), ...subtitles.map((track) => option(track.index, track.name)));
  element('subtitles').value = String(chosenSubtitles);
}

function option(value, text) {
  const made = document.createElement('option');
  made.value = String(value);
  made.textContent = text;
  return made;
}

element('quality').addEventListener('change', (event) => player.choose(Number(event.target.value)));
element('sound').addEventListener('change', (event) => player.chooseSound(Number(event.target.value)));
element('subtitles').addEventListener('change', (event) => player.chooseSubtitles(Number(event.target.value)));
['timeupdate', 'seeking', 'seeked', 'loadedmetadata'].forEach((name) => video.addEventListener(name, markChapter));
video.addEventListener('resize', () => (video.dataset.height = video.videoHeight));

try {
  show(await call('GET', `/v1/videos/${encodeURIComponent(id)}`));
  follow(id, show, () => {
    video.pause();
    curtain('failed', 'This video was removed', '');
    element('status').textContent = 'The video was removed.';
  });
} catch (trouble) {
  const missing = trouble instanceof Refused && trouble.status === 404;
  const text = missing ? 'There is no video at this address.' : trouble.message;
  curtain('failed', missing ? 'No such video' : 'The server does not answer', text);
  element('status').textContent = text;
  element('status-chip').hidden = true;
}
