/** Councils that share services, and the tolerance they judge by. */
package org.muniment.kernel.partnership;
