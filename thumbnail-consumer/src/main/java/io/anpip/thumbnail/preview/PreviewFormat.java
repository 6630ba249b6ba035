package io.anpip.thumbnail.preview;

/** What an animated preview is written as: WebP, or GIF where FFmpeg was built without WebP. */
public enum PreviewFormat {
    WEBP("preview.webp", "image/webp"),
    GIF("preview.gif", "image/gif");

    private final String fileName;
    private final String contentType;

    PreviewFormat(String fileName, String contentType) {
        this.fileName = fileName;
        this.contentType = contentType;
    }

    /** Name of the file. */
    public String fileName() {
        return fileName;
    }

    /** Its MIME type. */
    public String contentType() {
        return contentType;
    }
}
