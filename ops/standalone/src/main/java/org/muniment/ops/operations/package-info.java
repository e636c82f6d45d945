/** What the administrator does about the read models, and how an auditor sees it. */
package org.muniment.ops.operations;
