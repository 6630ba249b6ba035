package io.anpip.localstack.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * A 64-bit little-endian ELF file, to change what the dynamic loader looks for.
 *
 * <p>Only fields of fixed size are overwritten, so nothing moves inside the file. The layout is that of the System V ABI and of
 * glibc's symbol versions (elf.h).
 */
final class ElfSharedObject {
    private static final int MAGIC = 0x464c457f;
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final long DT_NULL = 0;
    private static final long DT_NEEDED = 1;
    private static final long DT_STRTAB = 5;
    private static final long DT_RPATH = 15;
    private static final long DT_RUNPATH = 29;
    private static final long DT_VERNEED = 0x6ffffffeL;
    private static final long DT_VERNEEDNUM = 0x6fffffffL;
    private static final int DYNAMIC_ENTRY_BYTES = 16;
    private static final String STAND_IN = "libc.so.6";

    private final byte[] content;
    private final ByteBuffer bytes;
    private final List<Segment> loaded = new ArrayList<>();
    private int dynamic = -1;

    private record Segment(long offset, long address, long size) {}

    private ElfSharedObject(byte[] content) throws IOException {
        this.content = content;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        boolean elf64LittleEndian =
                bytes.limit() > 64 && bytes.getInt(0) == MAGIC && bytes.get(4) == 2 && bytes.get(5) == 1;
        if (!elf64LittleEndian) {
            throw new IOException("Not a 64-bit little-endian ELF file");
        }
        int headers = (int) bytes.getLong(32);
        int headerBytes = bytes.getShort(54);
        for (int i = 0; i < bytes.getShort(56); i++) {
            int header = headers + i * headerBytes;
            switch (bytes.getInt(header)) {
                case PT_LOAD ->
                    loaded.add(new Segment(
                            bytes.getLong(header + 8), bytes.getLong(header + 16), bytes.getLong(header + 32)));
                case PT_DYNAMIC -> dynamic = (int) bytes.getLong(header + 8);
                default -> {}
            }
        }
        if (dynamic < 0) {
            throw new IOException("Not dynamically linked");
        }
    }

    static ElfSharedObject read(Path file) throws IOException {
        return new ElfSharedObject(Files.readAllBytes(file));
    }

    void write(Path file) throws IOException {
        Files.write(file, content);
    }

    /** The libraries the loader looks for, in order. */
    List<String> neededLibraries() throws IOException {
        List<String> names = new ArrayList<>();
        for (int entry : entries(tag -> tag == DT_NEEDED)) {
            names.add(string(bytes.getLong(entry + 8)));
        }
        return names;
    }

    /** Whether the own folder list also counts for the libraries' libraries (DT_RPATH does, DT_RUNPATH does not). */
    boolean searchesFoldersForAll() {
        return !entries(tag -> tag == DT_RPATH).isEmpty();
    }

    /**
     * No longer asks for a library whose functions are never called.
     *
     * <p>The request is pointed at libc, which is there already, and so are its symbol versions: at one that libc has. Right for
     * libraries whose functions are bound at their first call; a reference to data would still fail.
     */
    void stopNeeding(String library) throws IOException {
        for (int entry : entries(tag -> tag == DT_NEEDED)) {
            if (string(bytes.getLong(entry + 8)).equals(library)) {
                bytes.putLong(entry + 8, standInName());
            }
        }
        for (int need : versionNeeds()) {
            if (string(bytes.getInt(need + 4)).equals(library)) {
                useStandInVersions(need);
            }
        }
    }

    /** Turns the executable's own folder list into one that also counts for its libraries' libraries. */
    void searchFoldersForAll() {
        for (int entry : entries(tag -> tag == DT_RUNPATH)) {
            bytes.putLong(entry, DT_RPATH);
        }
    }

    private void useStandInVersions(int need) throws IOException {
        int model = standInVersion();
        bytes.putInt(need + 4, (int) standInName());
        int version = need + bytes.getInt(need + 8);
        for (int count = bytes.getShort(need + 2); count > 0; count--) {
            bytes.putInt(version, bytes.getInt(model));
            bytes.putInt(version + 8, bytes.getInt(model + 8));
            version += bytes.getInt(version + 12);
        }
    }

    /** Places of the chained entries that say which versions of a library's symbols are needed. */
    private List<Integer> versionNeeds() throws IOException {
        List<Integer> places = new ArrayList<>();
        Optional<Long> table = value(DT_VERNEED);
        if (table.isPresent()) {
            int place = fileOffset(table.get());
            for (long left = value(DT_VERNEEDNUM).orElse(0L); left > 0; left--) {
                places.add(place);
                place += bytes.getInt(place + 12);
            }
        }
        return places;
    }

    private int standInVersion() throws IOException {
        for (int need : versionNeeds()) {
            if (string(bytes.getInt(need + 4)).equals(STAND_IN)) {
                return need + bytes.getInt(need + 8);
            }
        }
        throw new IOException("Needs no version of " + STAND_IN + ", which was to stand in");
    }

    private long standInName() throws IOException {
        for (int entry : entries(tag -> tag == DT_NEEDED)) {
            if (string(bytes.getLong(entry + 8)).equals(STAND_IN)) {
                return bytes.getLong(entry + 8);
            }
        }
        throw new IOException("Does not need " + STAND_IN + ", which was to stand in");
    }

    private List<Integer> entries(LongPredicate wanted) {
        List<Integer> found = new ArrayList<>();
        for (int entry = dynamic; bytes.getLong(entry) != DT_NULL; entry += DYNAMIC_ENTRY_BYTES) {
            if (wanted.test(bytes.getLong(entry))) {
                found.add(entry);
            }
        }
        return found;
    }

    private Optional<Long> value(long tag) {
        return entries(found -> found == tag).stream().findFirst().map(entry -> bytes.getLong(entry + 8));
    }

    private String string(long offset) throws IOException {
        long table = value(DT_STRTAB).orElseThrow(() -> new IOException("Has no string table"));
        int start = fileOffset(table + offset);
        int end = start;
        while (bytes.get(end) != 0) {
            end++;
        }
        return new String(content, start, end - start, StandardCharsets.US_ASCII);
    }

    private int fileOffset(long address) throws IOException {
        for (Segment segment : loaded) {
            if (address >= segment.address() && address < segment.address() + segment.size()) {
                return (int) (address - segment.address() + segment.offset());
            }
        }
        throw new IOException("Address " + address + " is not in the file");
    }
}
