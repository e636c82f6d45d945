/** What was shown to members: which bytes, to whom, when. */
package org.muniment.kernel.serving;
