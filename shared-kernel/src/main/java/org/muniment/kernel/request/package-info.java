/** Requests that may be sent again without being carried out again. */
package org.muniment.kernel.request;
