/** Words and numbers as people read them. */

/** Seconds as 1:02:03 or 2:03. */
export function time(seconds) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const pad = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** Bytes with a fitting unit. */
export function bytes(count) {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, count)) / 10));
  return `${(count / 1024 ** power).toFixed(power > 1 ? 1 : 0)} ${units[power]}`;
}

/** Bits per second with a fitting unit. */
export function bitrate(bitsPerSecond) {
  return bitsPerSecond >= 1e6 ? `${(bitsPerSecond / 1e6).toFixed(1)} Mbit/s` : `${Math.round(bitsPerSecond / 1e3)} kbit/s`;
}

/** Which colour a status has: good, busy or bad. */
export function kindOf(status) {
  return { READY: 'good', PLAYABLE: 'good', FAILED: 'bad' }[status] ?? 'busy';
}

/** A status as a word. */
export function wordFor(status) {
  return { UPLOADING: 'Uploading', PROCESSING: 'Processing', PLAYABLE: 'Playable', READY: 'Ready', FAILED: 'Failed' }[status] ?? status;
}

/** What is going on with a video, as a sentence. */
export function sentence(video) {
  switch (video.status) {
    case 'UPLOADING':
      return 'The file is being uploaded.';
    case 'PROCESSING':
      return `${workOf(video.stages)} ${video.progress}\u00a0%`;
    case 'PLAYABLE':
      return `You can watch it already; encoding goes on. ${video.progress}\u00a0%`;
    case 'FAILED':
      return video.failure?.reason ?? 'The video could not be made.';
    default:
      return 'Everything is made.';
  }
}

function workOf(stages) {
  if (stages.source.status !== 'DONE') {
    return 'Checking the file.';
  }
  if (stages.transcode.status !== 'DONE') {
    return 'Encoding.';
  }
  return 'Finishing pictures and chapters.';
}
