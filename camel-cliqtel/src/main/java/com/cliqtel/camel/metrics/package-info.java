/* SPDX-License-Identifier: Apache-2.0 */
/** What happens, recorded in Micrometer: nobody loads this package without it. */
package com.cliqtel.camel.metrics;
