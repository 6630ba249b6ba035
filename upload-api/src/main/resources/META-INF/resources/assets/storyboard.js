/** Seek-bar previews: a WebVTT file whose cues name a part of a picture, e.g. "sheet-1.jpg#xywh=160,0,160,90". */

const TIME = String.raw`(?:(\d+):)?(\d{1,2}):(\d{2})\.(\d{3})`;
const CUE_TIMES = new RegExp(`^${TIME}\\s+-->\\s+${TIME}`);

/** Reads the cues of a storyboard; addresses become absolute. */
export function parse(text, address) {
  const cues = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (let i = 0; i < lines.length - 1; i++) {
    const times = CUE_TIMES.exec(lines[i]);
    const picture = times && new URL(lines[i + 1].trim(), address);
    const box = picture && /xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)/.exec(picture.hash);
    if (box) {
      picture.hash = '';
      const [x, y, width, height] = box.slice(1).map(Number);
      cues.push({ start: seconds(times.slice(1, 5)), end: seconds(times.slice(5, 9)), url: picture.href, x, y, width, height });
    }
  }
  return cues;
}

/** The cue of a moment: the last one that has begun. */
export function cueAt(cues, moment) {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle].start <= moment) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return cues[Math.max(0, low - 1)];
}

function seconds([hours, minutes, whole, thousandths]) {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
}
