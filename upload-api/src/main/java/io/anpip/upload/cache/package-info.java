/**
 * Upload sessions in Redis, so that signing a URL needs no database query.
 * The cache may be away, slow or empty at any time: then the answer is "not known" and PostgreSQL is asked.
 */
@NullMarked
package io.anpip.upload.cache;

import org.jspecify.annotations.NullMarked;
