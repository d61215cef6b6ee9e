/* SPDX-License-Identifier: Apache-2.0 */
/** Ten thousand sends under faults, and what came of each, counted at the simulator. */
package com.cliqtel.camel.proofs.sends;
