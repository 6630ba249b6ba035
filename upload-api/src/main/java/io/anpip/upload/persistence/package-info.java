/**
 * The tables of this service (schema uploads), and its read-only view of the status table.
 * Uploads are Panache entities behind repositories; events are written as outbox rows inside the same transaction.
 */
@NullMarked
package io.anpip.upload.persistence;

import org.jspecify.annotations.NullMarked;
