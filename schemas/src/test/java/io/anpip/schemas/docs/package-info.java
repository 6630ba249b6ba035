/**
 * The documents about the topics, for machines (AsyncAPI) and for people, generated from catalogue, schemas and samples.
 * Nothing in them is written by hand, so they can't say something else than the code.
 */
@NullMarked
package io.anpip.schemas.docs;

import org.jspecify.annotations.NullMarked;
