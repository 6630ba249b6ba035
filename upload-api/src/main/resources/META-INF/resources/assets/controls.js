/** Buttons and keys around the video. */

const IDLE_MILLIS = 2500;

const element = (id) => document.getElementById(id);

export function connectControls(video, seekBar) {
  const stage = element('stage');
  let idleTimer;

  const toggle = () => (video.paused ? video.play().catch(() => {}) : video.pause());
  const fullscreen = () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen?.());
  const awake = () => {
    stage.classList.remove('idle');
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => stage.classList.toggle('idle', !video.paused), IDLE_MILLIS);
  };
  const loudness = (change) => {
    video.muted = false;
    video.volume = Math.min(1, Math.max(0, video.volume + change));
  };
  const chapter = (step) => {
    const { currentTime } = video;
    const starts = [...document.querySelectorAll('#chapters button')].map((button) => Number(button.dataset.start));
    const target =
      step > 0 ? starts.find((start) => start > currentTime + 0.1) : starts.findLast((start) => start < currentTime - 1.5);
    seekBar.goTo(target ?? (step > 0 ? seekBar.length : 0));
  };

  const nextSubtitles = () => {
    const menu = element('subtitles');
    menu.selectedIndex = (menu.selectedIndex + 1) % Math.max(1, menu.options.length);
    menu.dispatchEvent(new Event('change'));
  };

  element('play').addEventListener('click', toggle);
  element('big-play').addEventListener('click', toggle);
  element('mute').addEventListener('click', () => (video.muted = !video.muted));
  element('volume').addEventListener('input', (event) => {
    video.muted = false;
    video.volume = Number(event.target.value);
  });
  element('fullscreen').addEventListener('click', fullscreen);
  video.addEventListener('click', toggle);
  video.addEventListener('dblclick', fullscreen);
  ['pointermove', 'pointerdown', 'keydown', 'focusin'].forEach((name) => stage.addEventListener(name, awake));

  const showState = () => {
    stage.classList.toggle('playing', !video.paused);
    element('play').setAttribute('aria-label', video.paused ? 'Play' : 'Pause');
    element('big-play').hidden = !video.paused || video.currentTime > 0;
    awake();
  };
  ['play', 'pause', 'ended', 'seeked'].forEach((name) => video.addEventListener(name, showState));
  video.addEventListener('volumechange', () => {
    stage.classList.toggle('muted', video.muted || video.volume === 0);
    element('volume').value = video.muted ? 0 : video.volume;
  });
  video.addEventListener('waiting', () => (element('spinner').hidden = false));
  ['playing', 'pause', 'canplay'].forEach((name) => video.addEventListener(name, () => (element('spinner').hidden = true)));

  const keys = {
    ' ': toggle,
    k: toggle,
    ArrowLeft: () => seekBar.goTo(video.currentTime - 5),
    ArrowRight: () => seekBar.goTo(video.currentTime + 5),
    j: () => seekBar.goTo(video.currentTime - 10),
    l: () => seekBar.goTo(video.currentTime + 10),
    ArrowUp: () => loudness(0.1),
    ArrowDown: () => loudness(-0.1),
    m: () => (video.muted = !video.muted),
    f: fullscreen,
    c: nextSubtitles,
    '[': () => chapter(-1),
    ']': () => chapter(1),
    Home: () => seekBar.goTo(0),
    End: () => seekBar.goTo(seekBar.length),
  };
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, select, textarea, [contenteditable]');
    const pressing = event.target.closest('button, a') && (event.key === ' ' || event.key === 'Enter');
    if (typing || pressing || event.ctrlKey || event.metaKey || event.altKey || stage.dataset.state !== 'playable') {
      return;
    }
    const tenth = /^[0-9]$/.test(event.key) ? () => seekBar.goTo((seekBar.length * Number(event.key)) / 10) : undefined;
    const action = keys[event.key] ?? tenth;
    if (action) {
      event.preventDefault();
      action();
      awake();
    }
  });

  return { showState };
}
