/** Adding projects, reporting their progress, moving and completing them. */
package org.muniment.command.project;
