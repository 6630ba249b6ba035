package io.anpip.transcode.storage;

import io.anpip.schemas.ObjectRef;
import io.anpip.transcode.plan.EncodingPlan;

/**
 * A plan and the object that holds it.
 *
 * @param plan the plan
 * @param object where it is stored
 */
public record StoredPlan(EncodingPlan plan, ObjectRef object) {}
