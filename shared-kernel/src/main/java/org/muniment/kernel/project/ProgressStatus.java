package org.muniment.kernel.project;

/** The traffic light an officer gives a project. */
public enum ProgressStatus {
    GREEN,
    AMBER,
    RED
}
