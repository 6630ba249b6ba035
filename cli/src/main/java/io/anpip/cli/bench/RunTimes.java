package io.anpip.cli.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One run of both, one after the other.
 *
 * @param pipelineSeconds from finalize to READY
 * @param playableSeconds from finalize to PLAYABLE
 * @param transcodeCpuSeconds of transcode-consumer and its FFmpeg processes
 * @param thumbnailCpuSeconds of thumbnail-consumer and its FFmpeg processes
 * @param chapterCpuSeconds of chapter-consumer and its FFmpeg processes
 * @param otherCpuSeconds of everything else: API, projector and the four servers
 * @param plainSeconds of the plain command
 * @param plainCpuSeconds of the plain command
 */
public record RunTimes(
        double pipelineSeconds,
        double playableSeconds,
        double transcodeCpuSeconds,
        double thumbnailCpuSeconds,
        double chapterCpuSeconds,
        double otherCpuSeconds,
        double plainSeconds,
        double plainCpuSeconds) {

    /** Elapsed time of the pipeline for each second of the plain command. */
    @JsonProperty
    public double wallRatio() {
        return pipelineSeconds / plainSeconds;
    }

    /** Processor time of the transcode for each second of the plain command's. */
    @JsonProperty
    public double cpuRatio() {
        return plainCpuSeconds > 0 ? transcodeCpuSeconds / plainCpuSeconds : 0;
    }

    /** Processor time of thumbnails and chapters together, as a share of the transcode's. */
    @JsonProperty
    public double sideWorkShare() {
        return transcodeCpuSeconds > 0 ? (thumbnailCpuSeconds + chapterCpuSeconds) / transcodeCpuSeconds : 0;
    }
}
