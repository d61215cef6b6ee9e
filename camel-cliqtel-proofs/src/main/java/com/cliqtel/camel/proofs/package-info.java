/* SPDX-License-Identifier: Apache-2.0 */
/** What the component promises, counted at the simulator. */
package com.cliqtel.camel.proofs;
