/* SPDX-License-Identifier: Apache-2.0 */
/** What proofs are told on the command line. */
package com.cliqtel.camel.proofs.settings;
