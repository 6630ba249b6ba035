/**
 * Uploads one file through the public API: chunks go straight into the store by presigned URLs, four at a time, each tried again by
 * itself. An upload that broke off is taken up where it was, also after the page was left: the store is asked what it has.
 */
import { call, Refused } from '/assets/api.js';

const PARALLEL = 4;
const ATTEMPTS = 6;
const REMEMBERED = 'anpip.upload.';

export class Upload {
  #file;
  #onProgress;
  #onState;
  #abort = new AbortController();
  #sent = new Map();
  #shown = 0;
  #id;

  /**
   * @param onProgress called with 0 to 100, never with less than before
   * @param onState called with 'uploading', 'finishing', 'done', 'failed' or 'cancelled', and a message
   */
  constructor(file, onProgress, onState) {
    this.#file = file;
    this.#onProgress = onProgress;
    this.#onState = onState;
  }

  /** The id of the upload and of its video, once there is one. */
  get id() {
    return this.#id;
  }

  /** Begins, or goes on. */
  async run() {
    this.#abort = new AbortController();
    try {
      const session = (await this.#resumed()) ?? (await this.#begun());
      this.#onState('uploading');
      await this.#putAll(session);
      this.#onState('finishing');
      await this.#retrying(() => call('POST', `/v1/uploads/${this.#id}/finalize`, undefined, this.#abort.signal));
      localStorage.removeItem(this.#key());
      this.#report(100);
      this.#onState('done');
    } catch (trouble) {
      if (!this.#abort.signal.aborted) {
        this.#onState('failed', trouble.message);
      }
    }
  }

  /** Gives the upload up for good. */
  async cancel() {
    this.#abort.abort();
    localStorage.removeItem(this.#key());
    this.#onState('cancelled');
    if (this.#id) {
      await call('DELETE', `/v1/uploads/${this.#id}`).catch(() => {});
    }
  }

  async #resumed() {
    this.#id = this.#id ?? localStorage.getItem(this.#key());
    if (!this.#id) {
      return undefined;
    }
    try {
      const status = await call('GET', `/v1/uploads/${this.#id}`, undefined, this.#abort.signal);
      if (status.state === 'OPEN' && status.sizeBytes === this.#file.size) {
        return { ...status, stored: new Set(status.chunks.map((chunk) => chunk.number)) };
      }
    } catch (trouble) {
      if (!(trouble instanceof Refused && trouble.status === 404)) {
        throw trouble;
      }
    }
    return undefined;
  }

  async #begun() {
    const { name, size, type } = this.#file;
    const body = { filename: name, sizeBytes: size, contentType: type || 'application/octet-stream' };
    const session = await call('POST', '/v1/uploads', body, this.#abort.signal);
    this.#id = session.uploadId;
    localStorage.setItem(this.#key(), this.#id);
    return { ...session, stored: new Set() };
  }

  async #putAll(session) {
    const waiting = [];
    for (let number = 1; number <= session.chunkCount; number++) {
      if (session.stored.has(number)) {
        this.#sent.set(number, this.#slice(session, number).size);
      } else {
        waiting.push(number);
      }
    }
    this.#progressed();
    const worker = async () => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        const chunk = number;
        await this.#retrying(() => this.#put(session, chunk));
      }
    };
    try {
      await Promise.all(Array.from({ length: PARALLEL }, worker));
    } catch (trouble) {
      // One chunk has used up its tries: the others stop too.
      waiting.length = 0;
      throw trouble;
    }
  }

  async #put(session, number) {
    // Signed just before it is used, so a slow line never meets an expired URL.
    const path = `/v1/uploads/${this.#id}/chunks/${number}`;
    const signed = await call('POST', `${path}/url`, undefined, this.#abort.signal);
    await this.#send(signed, this.#slice(session, number), (sent) => {
      this.#sent.set(number, sent);
      this.#progressed();
    });
    await call('POST', path, undefined, this.#abort.signal);
  }

  #slice(session, number) {
    const start = (number - 1) * session.chunkSizeBytes;
    // Without a type, so that the browser sends none: it is not part of what was signed.
    return this.#file.slice(start, Math.min(start + session.chunkSizeBytes, this.#file.size), '');
  }

  /** XMLHttpRequest, because fetch does not tell how much was sent. */
  #send(signed, blob, onSent) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const stop = () => request.abort();
      this.#abort.signal.addEventListener('abort', stop);
      const end = (outcome, value) => {
        this.#abort.signal.removeEventListener('abort', stop);
        outcome(value);
      };
      request.open(signed.method, signed.url);
      Object.entries(signed.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.onprogress = (event) => onSent(event.loaded);
      request.onload = () => {
        if (request.status >= 200 && request.status < 300) {
          onSent(blob.size);
          end(resolve);
        } else {
          onSent(0);
          end(reject, new Refused(request.status, { detail: `The store answered ${request.status}.` }));
        }
      };
      request.onerror = () => {
        onSent(0);
        end(reject, new Error('The connection to the store broke.'));
      };
      request.onabort = () => end(reject, new DOMException('Aborted', 'AbortError'));
      request.send(blob);
    });
  }

  async #retrying(step) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await step();
      } catch (trouble) {
        const status = trouble instanceof Refused ? trouble.status : 0;
        const hopeless = this.#abort.signal.aborted || attempt === ATTEMPTS || [400, 404, 409, 413].includes(status);
        if (hopeless) {
          throw trouble;
        }
        await new Promise((resolve) => setTimeout(resolve, 300 * 2 ** attempt * (0.5 + Math.random() / 2)));
      }
    }
  }

  #progressed() {
    const sent = [...this.#sent.values()].reduce((sum, size) => sum + size, 0);
    // The last percent is for the finish.
    this.#report(this.#file.size === 0 ? 99 : Math.min(99, (99 * sent) / this.#file.size));
  }

  #report(percent) {
    this.#shown = Math.max(this.#shown, percent);
    this.#onProgress(this.#shown);
  }

  #key() {
    const { name, size, lastModified } = this.#file;
    return `${REMEMBERED}${name}|${size}|${lastModified}`;
  }
}
