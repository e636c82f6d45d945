/** Commands that somebody who had signed in was refused. */
package org.muniment.kernel.refusal;
