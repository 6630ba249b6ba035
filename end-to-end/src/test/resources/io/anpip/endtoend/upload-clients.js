// Each client as its own documentation says, with nothing of ours in it; each answers the id of the video.
const PART = 5 * 1024 * 1024;

async function clip() {
  const answer = await fetch("/clip.mp4");
  return new File([await answer.blob()], "clip.mp4", { type: "video/mp4", lastModified: 1 });
}

function lastOf(address) {
  return new URL(address, location.href).pathname.split("/").pop();
}

function tusUpload(source, api, options) {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(source, {
      endpoint: `${api}/tus`,
      chunkSize: PART,
      metadata: { filename: "clip.mp4", filetype: "video/mp4" },
      onError: (error) => reject(new Error(String(error))),
      onSuccess: () => resolve(lastOf(upload.url)),
      ...options(() => upload),
    });
    upload.findPreviousUploads().then((previous) => {
      if (previous.length > 0) {
        upload.resumeFromPreviousUpload(previous[0]);
      }
      upload.start();
    });
  });
}

window.clients = {
  TUS: async (api) => tusUpload(await clip(), api, () => ({})),

  TUS_PARALLEL: async (api) => tusUpload(await clip(), api, () => ({ parallelUploads: 3 })),

  TUS_LENGTH_TO_COME: async (api) =>
    tusUpload((await clip()).stream().getReader(), api, () => ({ uploadLengthDeferred: true })),

  // Stops for good once more than one chunk has arrived; answers how much.
  TUS_UNTIL_LEFT: async (api) => {
    const file = await clip();
    return new Promise((resolve, reject) => {
      tusUpload(file, api, (upload) => ({
        onChunkComplete: (size, accepted) => {
          upload().abort();
          resolve(accepted);
        },
      })).catch(reject);
    });
  },

  // Goes on where the page was left; answers the id and the first offset that was sent.
  TUS_AFTER_RETURN: async (api) => {
    let first = null;
    const id = await tusUpload(await clip(), api, () => ({
      onBeforeRequest: (request) => {
        if (request.getMethod() === "PATCH" && first === null) {
          first = Number(request.getHeader("Upload-Offset"));
        }
      },
    }));
    return { id, first };
  },

  UPCHUNK: async (api) => {
    const file = await clip();
    const created = await fetch(`${api}/resumable`, {
      method: "POST",
      headers: { "X-Upload-Content-Length": String(file.size), "X-Upload-Content-Type": file.type },
    });
    const endpoint = created.headers.get("Location");
    return new Promise((resolve, reject) => {
      const upload = UpChunk.createUpload({ endpoint, file, chunkSize: 5120 });
      upload.on("error", (error) => reject(new Error(error.detail.message)));
      upload.on("success", () => resolve(lastOf(endpoint)));
    });
  },

  UPPY: async (api) => {
    const uppy = new Uppy.Uppy();
    uppy.use(Uppy.AwsS3, { endpoint: api, companionEndpoint: api, shouldUseMultipart: true });
    const file = await clip();
    uppy.addFile({ name: file.name, type: file.type, data: file });
    const result = await uppy.upload();
    if (result.failed.length > 0) {
      throw new Error(String(result.failed[0].error));
    }
    return lastOf(result.successful[0].uploadURL);
  },
};
