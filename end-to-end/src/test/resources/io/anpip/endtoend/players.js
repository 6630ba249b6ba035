// One face for several players, each with the settings its own documentation begins with. What a player complains of is
// kept, also what it could help itself with: a stream that is right gives no cause for it.
'use strict';

const player = document.getElementById('player');
const complaints = [];
const waits = [];

player.addEventListener('error', () => complaints.push(`video element: ${player.error?.message}`));
for (const name of ['waiting', 'stalled']) {
  player.addEventListener(name, () => waits.push(`${name} at ${player.currentTime.toFixed(3)}`));
}

const languages = (tracks) => [...new Set(tracks.map((track) => track.lang))];

/** hls.js on the HLS playlist. */
function hlsJs(hls) {
  const engine = new Hls({ startLevel: 0 });
  engine.on(Hls.Events.ERROR, (_, data) => complaints.push(`hls.js: ${data.type} ${data.details} ${data.error ?? ''}`));
  const ready = new Promise((done) => engine.on(Hls.Events.MANIFEST_PARSED, done));
  engine.loadSource(hls);
  engine.attachMedia(player);
  return ready.then(() => {
    const at = (height) => engine.levels.findIndex((level) => level.height === height);
    engine.currentLevel = at(Math.min(...engine.levels.filter((level) => level.height).map((level) => level.height)));
    return {
      heights: () => engine.levels.filter((level) => level.height).map((level) => level.height),
      choose: (height) => { engine.nextLevel = at(height); },
      sounds: () => languages(engine.audioTracks),
      texts: () => languages(engine.subtitleTracks),
      hear: (language) => { engine.audioTrack = engine.audioTracks.findIndex((track) => track.lang === language); },
      showText: (language) => { engine.subtitleTrack = engine.subtitleTracks.findIndex((track) => track.lang === language); },
    };
  });
}

/** Shaka Player on either manifest. */
async function shakaPlayer(manifest) {
  shaka.polyfill.installAll();
  const engine = new shaka.Player();
  engine.addEventListener('error', (event) => complaints.push(`shaka: ${event.detail.code} ${event.detail.message}`));
  engine.configure('abr.enabled', false);
  await engine.attach(player);
  await engine.load(manifest);
  const pictures = () => engine.getVariantTracks().filter((track) => track.height);
  const choose = (height) => engine.selectVariantTrack(pictures().find((track) => track.height === height), true, 1);
  choose(Math.min(...pictures().map((track) => track.height)));
  return {
    heights: () => pictures().map((track) => track.height),
    choose,
    sounds: () => languages(pictures().map((track) => ({ lang: track.language }))),
    texts: () => languages(engine.getTextTracks().map((track) => ({ lang: track.language }))),
    hear: (language) => engine.selectAudioTrack(engine.getAudioTracks().find((track) => track.language === language)),
    showText: (language) => engine.selectTextTrack(engine.getTextTracks().find((track) => track.language === language)),
  };
}

/** dash.js on the MPD. */
async function dashJs(mpd) {
  const engine = dashjs.MediaPlayer().create();
  engine.updateSettings({
    debug: { logLevel: dashjs.Debug.LOG_LEVEL_NONE },
    streaming: { abr: { autoSwitchBitrate: { video: false }, initialBitrate: { video: 1 } },
                 buffer: { fastSwitchEnabled: true } },
  });
  engine.on(dashjs.MediaPlayer.events.ERROR, (event) => complaints.push(`dash.js: ${event.error.code} ${event.error.message}`));
  const ready = new Promise((done) => engine.on(dashjs.MediaPlayer.events.STREAM_INITIALIZED, done));
  engine.initialize(player, mpd, false);
  await ready;
  const pictures = () => engine.getRepresentationsByType('video');
  return {
    heights: () => pictures().map((one) => one.height),
    choose: (height) => engine.setRepresentationForTypeById('video', pictures().find((one) => one.height === height).id, true),
    sounds: () => languages(engine.getTracksFor('audio')),
    texts: () => languages(engine.getTracksFor('text')),
    hear: (language) => engine.setCurrentTrack(engine.getTracksFor('audio').find((track) => track.lang === language)),
    showText: (language) => {
      engine.enableText(true);
      engine.setTextTrack(engine.getTracksFor('text').findIndex((track) => track.lang === language));
    },
  };
}

/** Media Source Extensions by hand: every segment is appended as it is, so nothing hides a gap or an overlap. */
async function bareMse(hls) {
  const text = async (url) => (await fetch(url)).text();
  const bytes = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
    return answer.arrayBuffer();
  };
  const attribute = (line, name) => new RegExp(`[:,]${name}="?([^",]+)`).exec(line)?.[1];
  const lines = (await text(hls)).split('\n');
  const variants = lines.flatMap((line, at) => line.startsWith('#EXT-X-STREAM-INF') && line.includes('RESOLUTION=')
    ? [{ height: Number(attribute(line, 'RESOLUTION').split('x')[1]),
         codecs: /CODECS="([^"]+)"/.exec(line)[1].split(','), url: new URL(lines[at + 1], hls).href }]
    : []);
  const sound = lines.find((line) => line.includes('TYPE=AUDIO'));
  const source = new MediaSource();
  const opened = new Promise((done) => source.addEventListener('sourceopen', done, { once: true }));
  player.src = URL.createObjectURL(source);
  await opened;

  const buffer = (kind, codec) => {
    const type = `${kind}/mp4; codecs="${codec}"`;
    if (!MediaSource.isTypeSupported(type)) complaints.push(`mse: ${type} is not supported`);
    const made = source.addSourceBuffer(type);
    made.addEventListener('error', () => complaints.push(`mse: an append of ${type} failed`));
    return made;
  };
  const append = async (target, playlist) => {
    const listed = (await text(playlist)).split('\n');
    const init = attribute(listed.find((line) => line.startsWith('#EXT-X-MAP')), 'URI');
    for (const name of [init, ...listed.filter((line) => line && !line.startsWith('#'))]) {
      const data = await bytes(new URL(name, playlist).href);
      const done = new Promise((end) => target.addEventListener('updateend', end, { once: true }));
      target.appendBuffer(data);
      await done;
    }
  };

  const lowest = variants.reduce((one, other) => (other.height < one.height ? other : one));
  const pictures = buffer('video', lowest.codecs[0]);
  const sounds = sound ? buffer('audio', lowest.codecs[1]) : undefined;
  await append(pictures, lowest.url);
  if (sound) await append(sounds, new URL(attribute(sound, 'URI'), hls).href);
  source.endOfStream();
  if (pictures.buffered.length !== 1) complaints.push(`mse: ${pictures.buffered.length} ranges of pictures`);
  if (sounds && sounds.buffered.length !== 1) complaints.push(`mse: ${sounds.buffered.length} ranges of sound`);
  return {
    heights: () => variants.map((variant) => variant.height),
    choose: async (height) => {
      await append(pictures, variants.find((variant) => variant.height === height).url);
      source.endOfStream();
    },
  };
}

window.players = {
  complaints,
  waits,
  async open(kind, hls, dash) {
    const engines = {
      HLS_JS: () => hlsJs(hls),
      SHAKA_HLS: () => shakaPlayer(hls),
      SHAKA_DASH: () => shakaPlayer(dash),
      DASH_JS: () => dashJs(dash),
      BARE_MSE: () => bareMse(hls),
    };
    Object.assign(window.players, await engines[kind]());
  },
};
