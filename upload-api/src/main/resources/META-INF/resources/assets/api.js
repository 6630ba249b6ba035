/** Calls to the public API: the same ones that any other client makes. */

/** A call the API refused; the message is the problem's sentence. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.violations?.[0]?.message ?? problem?.detail ?? problem?.title ?? `The server answered ${status}.`);
    this.status = status;
    this.code = problem?.code;
  }
}

/** Makes a call and answers the JSON of the response, if it has any. */
export async function call(method, path, body, signal) {
  const response = await fetch(path, {
    method,
    signal,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json = text && (response.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : undefined;
  if (!response.ok) {
    throw new Refused(response.status, json);
  }
  return json;
}

/** Follows a video; answers a function that stops it. */
export function follow(videoId, onVideo, onRemoved) {
  const events = new EventSource(`/v1/videos/${videoId}/events`);
  events.addEventListener('video', (event) => onVideo(JSON.parse(event.data)));
  events.addEventListener('removed', () => {
    events.close();
    onRemoved();
  });
  return () => events.close();
}
