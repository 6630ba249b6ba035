package io.anpip.schemas;

/** Work for one encoder process; the records of the work queues. */
public sealed interface EncodeTask extends VideoEvent permits RenditionTask, MakeDownloads {

    /** What the task is called, the same in every delivery. */
    String taskId();

    /** Which part of the video's work this is; consecutive parts go to partitions far apart. */
    int part();

    /** The queue it waits in. */
    Lane lane();
}
