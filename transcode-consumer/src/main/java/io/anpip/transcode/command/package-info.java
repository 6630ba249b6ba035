/**
 * Builds the FFmpeg command lines of the encoders as pure values, from a plan and nothing else.
 * Texts that came with a user's file are never put into a command.
 */
@NullMarked
package io.anpip.transcode.command;

import org.jspecify.annotations.NullMarked;
