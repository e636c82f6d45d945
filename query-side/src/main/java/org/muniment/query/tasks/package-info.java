/** What is due, or overdue, from whoever asks: by their roles' reach, from the record alone. */
package org.muniment.query.tasks;
