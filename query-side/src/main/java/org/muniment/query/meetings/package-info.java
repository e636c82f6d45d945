/** When the committee meets, and what it is given: the forward plan of a partnership. */
package org.muniment.query.meetings;
