package org.muniment.command.dispatch;

/**
 * What a sender is told once their command is on disk.
 *
 * @param id the thing the command was sent to
 * @param version how many events that thing now has
 * @param position the log position of the command's last event; where the command changed nothing,
 *     the position of the thing's last event
 */
public record Receipt(String id, long version, long position) {}
