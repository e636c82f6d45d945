/** Notes what members are given, and puts it on record behind their backs, not in their way. */
package org.muniment.ops.serving;
