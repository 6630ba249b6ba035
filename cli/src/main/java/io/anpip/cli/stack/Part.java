package io.anpip.cli.stack;

/**
 * How one process of the stack is doing.
 *
 * @param name of the server or service
 * @param healthy whether it runs and answers
 * @param address where it is; empty if it has none yet
 * @param pid of its process; 0 if it does not run
 */
public record Part(String name, boolean healthy, String address, long pid) {}
