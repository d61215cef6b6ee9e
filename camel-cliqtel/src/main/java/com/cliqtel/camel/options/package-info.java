/* SPDX-License-Identifier: Apache-2.0 */
/** The options of the component and its endpoints, in groups, and the reading of option values. */
package com.cliqtel.camel.options;
