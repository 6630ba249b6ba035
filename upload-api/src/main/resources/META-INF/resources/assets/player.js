/**
 * Plays HLS in a video element: by hls.js where the browser has media source extensions, because then renditions can be chosen; by the
 * browser itself elsewhere. The library is loaded only when there is something to play.
 */
const HLS_SCRIPT = '/assets/hls.js';
const AT_THE_EDGE_SECONDS = 1;

let library;

function loadLibrary() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = HLS_SCRIPT;
    script.onload = () => resolve(window.Hls);
    script.onerror = () => reject(new Error('The player could not be loaded.'));
    document.head.append(script);
  });
  return library;
}

export class Player {
  #video;
  #hls;
  #source;
  #waitingSource;
  #onLevels;
  #onTracks;
  #onTrouble;
  /** Names of what the viewer has chosen: they stay when the playlist changes. */
  #sound;
  #subtitles;

  /**
   * @param onLevels called with the renditions and the one that is shown, whenever either changes
   * @param onTracks called with sound and subtitle tracks and the ones that are chosen, whenever any changes
   * @param onTrouble called with a sentence when playback can't go on
   */
  constructor(video, onLevels, onTracks, onTrouble) {
    this.#video = video;
    this.#onLevels = onLevels;
    this.#onTracks = onTracks;
    this.#onTrouble = onTrouble;
    // A growing playlist that has been replaced is left when that disturbs nobody: while paused, or where it has nothing more.
    ['pause', 'waiting', 'ended'].forEach((name) => video.addEventListener(name, () => this.#moveOn(name)));
  }

  /** Plays this playlist from now on; a playlist that is being watched goes on until it can be left undisturbed. */
  async show(address) {
    if (address === (this.#waitingSource ?? this.#source)) {
      return;
    }
    if (this.#source && this.#isInUse()) {
      this.#waitingSource = address;
      this.#moveOn(this.#video.paused ? 'pause' : 'none');
      return;
    }
    await this.#load(address, 0, false);
  }

  /** Shows this rendition, or lets the player choose (-1). */
  choose(level) {
    if (this.#hls) {
      this.#hls.nextLevel = level;
      this.#tellLevels();
    }
  }

  /** Plays the sound track of this number. */
  chooseSound(track) {
    if (this.#hls) {
      this.#sound = this.#hls.audioTracks[track]?.name;
      this.#hls.audioTrack = track;
    }
  }

  /** Shows the subtitles of this number; -1 for none. */
  chooseSubtitles(track) {
    if (this.#hls) {
      this.#subtitles = this.#hls.subtitleTracks[track]?.name;
      this.#hls.subtitleTrack = track;
    }
  }

  /** Where playback can go now, in seconds; while a video is encoded this grows. */
  get end() {
    const { seekable, duration } = this.#video;
    const reachable = seekable.length > 0 ? seekable.end(seekable.length - 1) : 0;
    return Number.isFinite(duration) && duration > 0 ? duration : reachable;
  }

  #isInUse() {
    return !this.#video.paused || this.#video.currentTime > 0;
  }

  #moveOn(reason) {
    const { currentTime, paused } = this.#video;
    const atTheEdge = currentTime >= this.end - AT_THE_EDGE_SECONDS;
    if (this.#waitingSource && (reason === 'pause' || reason === 'ended' || (reason === 'waiting' && atTheEdge))) {
      this.#load(this.#waitingSource, currentTime, !paused || reason === 'ended');
    }
  }

  async #load(address, position, playing) {
    this.#source = address;
    this.#waitingSource = undefined;
    this.#video.dataset.source = address;
    const Hls = window.MediaSource ? await loadLibrary().catch(() => undefined) : undefined;
    if (address !== this.#source) {
      return;
    }
    if (Hls?.isSupported()) {
      this.#loadWithLibrary(Hls, address, position);
    } else if (this.#video.canPlayType('application/vnd.apple.mpegurl')) {
      this.#video.src = address;
      this.#video.addEventListener('loadedmetadata', () => (this.#video.currentTime = position), { once: true });
    } else {
      this.#onTrouble('This browser can play neither HLS nor media source extensions.');
      return;
    }
    if (playing) {
      this.#video.play().catch(() => {});
    }
  }

  #loadWithLibrary(Hls, address, position) {
    this.#hls?.destroy();
    // A growing playlist would be taken for live and begin at its end.
    const hls = new Hls({ startPosition: position, backBufferLength: 60, capLevelToPlayerSize: true });
    this.#hls = hls;
    hls.on(Hls.Events.MANIFEST_PARSED, () => {
      this.#stayInOneSoundGroup();
      this.#tellLevels();
    });
    hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, () => this.#chooseAgain());
    hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, () => this.#chooseAgain());
    ['AUDIO_TRACK_SWITCHED', 'SUBTITLE_TRACK_SWITCH'].forEach((name) => hls.on(Hls.Events[name], () => this.#tellTracks()));
    hls.on(Hls.Events.LEVEL_SWITCHED, () => this.#tellLevels());
    hls.on(Hls.Events.ERROR, (name, error) => this.#recover(Hls, hls, error));
    hls.loadSource(address);
    hls.attachMedia(this.#video);
  }

  #recover(Hls, hls, error) {
    if (!error.fatal || hls !== this.#hls) {
      return;
    }
    if (this.#waitingSource) {
      this.#load(this.#waitingSource, this.#video.currentTime, !this.#video.paused);
    } else if (error.type === Hls.ErrorTypes.MEDIA_ERROR) {
      hls.recoverMediaError();
    } else if (error.type === Hls.ErrorTypes.NETWORK_ERROR) {
      setTimeout(() => hls === this.#hls && hls.startLoad(), 2000);
    } else {
      this.#onTrouble('The video can not be played here.');
    }
  }

  #tellLevels() {
    const hls = this.#hls;
    this.#onLevels({
      levels: hls.levels.map((level, index) => ({ index, width: level.width, height: level.height, bitrate: level.bitrate })),
      chosen: hls.autoLevelEnabled ? -1 : hls.nextLevel,
      shown: hls.currentLevel,
    });
  }

  /** The picture is listed once for every quality of sound; the library would change that with the picture's. The first is stereo. */
  #stayInOneSoundGroup() {
    const hls = this.#hls;
    const first = hls.levels[hls.firstLevel];
    const others = hls.levels.filter((level) => level.height > 0 && level.attrs.AUDIO !== first.attrs.AUDIO);
    others.forEach((level) => hls.removeLevel(hls.levels.indexOf(level)));
    if (others.length > 0) {
      hls.startLevel = hls.levels.indexOf(first);
    }
  }

  #chooseAgain() {
    const hls = this.#hls;
    const sound = hls.audioTracks.findIndex((track) => track.name === this.#sound);
    const subtitles = hls.subtitleTracks.findIndex((track) => track.name === this.#subtitles);
    if (sound >= 0 && sound !== hls.audioTrack) {
      hls.audioTrack = sound;
    }
    if (subtitles >= 0 && subtitles !== hls.subtitleTrack) {
      hls.subtitleTrack = subtitles;
    }
    this.#tellTracks();
  }

  #tellTracks() {
    const hls = this.#hls;
    const named = ({ name }, index) => ({ index, name });
    this.#onTracks({
      sound: hls.audioTracks.map(named),
      chosenSound: hls.audioTrack,
      subtitles: hls.subtitleTracks.map(named),
      chosenSubtitles: hls.subtitleTrack,
    });
  }
}
