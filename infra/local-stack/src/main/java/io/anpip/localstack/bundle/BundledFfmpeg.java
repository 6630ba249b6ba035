package io.anpip.localstack.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * FFmpeg with x264, as two executables and their libraries in one folder.
 *
 * <p>On Linux the libraries ask for X11, sound and video acceleration libraries that servers lack. No device is ever used here,
 * so those that the folder does not hold are no longer asked for; and the executables look in their own folder for everything.
 * So they run without any environment variable, also when copied or linked to.
 */
public final class BundledFfmpeg {
    /** Wanted for devices and hardware acceleration alone, and bound at the first call, which never comes. */
    private static final Set<String> DEVICE_LIBRARIES = Set.of(
            "libxcb.so.1",
            "libxcb-shm.so.0",
            "libasound.so.2",
            "libpulse.so.0",
            "libdrm.so.2",
            "libva.so.2",
            "libva-drm.so.2");

    private static final Set<String> EXECUTABLES = Set.of("ffmpeg", "ffprobe");
    private static final String JAVA_BINDING = "libjni";

    /** To be raised when this class changes what it makes of the same artifact. */
    private static final String REVISION = "-r1";

    private BundledFfmpeg() {}

    /**
     * Unpacks FFmpeg into the cache unless done before.
     *
     * @return the folder with the executables {@code ffmpeg} and {@code ffprobe}
     */
    public static Path unpack(Path cacheDirectory) throws IOException {
        Platform platform = Platform.current();
        Path folder =
                cacheDirectory.toAbsolutePath().resolve("ffmpeg-" + BundledResources.version("ffmpeg") + REVISION);
        return UnpackedOnce.folder(folder, draft -> {
            copyFiles(platform.ffmpegFolder(), draft);
            if (platform.isLinux()) {
                needOnlyWhatServersHave(draft);
            }
        });
    }

    private static void copyFiles(String resources, Path folder) throws IOException {
        for (String name : BundledResources.filesIn(resources, "ffmpeg")) {
            if (!name.startsWith(JAVA_BINDING)) {
                Path file = folder.resolve(name);
                try (InputStream in = BundledResources.open(resources + name)) {
                    Files.copy(in, file);
                }
                if (EXECUTABLES.contains(name) && !file.toFile().setExecutable(true, false)) {
                    throw new IOException("Cannot make " + file + " executable");
                }
            }
        }
    }

    /** Changes the libraries and executables of a folder in place, for whatever processor they are. */
    private static void needOnlyWhatServersHave(Path folder) throws IOException {
        List<Path> files;
        try (var listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            ElfSharedObject object = ElfSharedObject.read(file);
            for (String library : object.neededLibraries()) {
                if (DEVICE_LIBRARIES.contains(library) && Files.notExists(folder.resolve(library))) {
                    object.stopNeeding(library);
                }
            }
            if (EXECUTABLES.contains(file.getFileName().toString())) {
                object.searchFoldersForAll();
            }
            object.write(file);
        }
    }
}
