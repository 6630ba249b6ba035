/**
 * The encoding profiles: named sets of ladders, cuts and limits, read from data. Those in {@code profiles.yaml} always exist; an operator's
 * file adds others or replaces them by name. What is wrong with one stops the process at its start, with the name of the profile and the key.
 */
@NullMarked
package io.anpip.transcode.profile;

import org.jspecify.annotations.NullMarked;
