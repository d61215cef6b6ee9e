/* SPDX-License-Identifier: Apache-2.0 */
/** Ten thousand sends under faults. */
package com.cliqtel.camel.proofs.sends;
