/**
 * The JSON Schemas of the events, generated from the records.
 * The records are what the code uses, so they are the source; the schema files are what everybody else reads.
 */
@NullMarked
package io.anpip.schemas.jsonschema;

import org.jspecify.annotations.NullMarked;
