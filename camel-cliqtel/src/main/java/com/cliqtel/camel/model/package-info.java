/* SPDX-License-Identifier: Apache-2.0 */
/** What things are: values that refuse nonsense at construction, and the API's answers as it gave them. */
package com.cliqtel.camel.model;
