package io.anpip.chapter.scan;

import io.anpip.chapter.document.ChapterList;
import io.anpip.schemas.Failure;

/** What became of looking for chapters. */
public sealed interface SearchOutcome {

    /** These are the chapters, maybe none. */
    record Found(ChapterList chapters) implements SearchOutcome {}

    /** The file does not allow it; the failure says why. */
    record Failed(Failure failure) implements SearchOutcome {}

    /** This machine or the object store does not allow it now. */
    record NotNow(String reason) implements SearchOutcome {}
}
