/**
 * The service against real Kafka, PostgreSQL, Redis and S3 on this machine, through its public API.
 * What the projector would do, the tests do by hand, so that they need no other service.
 */
@NullMarked
package io.anpip.upload.it;

import org.jspecify.annotations.NullMarked;
